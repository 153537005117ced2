import { type CountryCode, country } from './country.js'

/**
 * Territories with an ISO code of their own where the law of the Union applies as in their state: the outermost regions
 * (TFEU Art 349, 355(1)) and Åland (Protocol 2 to the Act of Accession). General knowledge, not confirmed for devices.
 */
const TERRITORIES: Readonly<Record<string, CountryCode>> = {
  GP: country('FR'),
  MQ: country('FR'),
  GF: country('FR'),
  RE: country('FR'),
  YT: country('FR'),
  MF: country('FR'),
  AX: country('FI'),
}

/** The state whose law and authority count in a place: France for Réunion; the place itself otherwise. */
export function stateOf(place: CountryCode): CountryCode {
  return TERRITORIES[place] ?? place
}
