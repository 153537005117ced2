import { COUNTRY_SETS } from '@vigie/codes'
import type { Finding } from '@vigie/kernel'
import type { CaseFile } from '../case.js'
import { valueOf } from '../fact.js'
import { caseFindings } from '../findings.js'
import { RISK_CLASSES } from '../vocabulary.js'

/** Classes that the regulation does not have, and the two ways to say IVD at odds. */
export function deviceClasses(file: CaseFile): Finding[] {
  return file.devices.flatMap((device, i) => {
    const [regulation, riskClass] = [valueOf(device.regulation), valueOf(device.riskClass)]
    const isIvd = valueOf(device.isIvd)
    if (regulation !== undefined && isIvd !== undefined && isIvd !== ['IVDR', 'IVDD'].includes(regulation)) {
      return [
        caseFindings.make.CONTRADICTION(
          { path: `devices[${i}].isIvd` },
          {
            one: `isIvd is ${isIvd}`,
            other: `the regulation is ${regulation}`,
            used: 'the regulation counts',
          },
        ),
      ]
    }
    if (regulation === undefined || riskClass === undefined) return []
    const allowed: readonly string[] = RISK_CLASSES[regulation]
    return allowed.includes(riskClass)
      ? []
      : [
          caseFindings.make['CLASS-MISMATCH'](
            { path: `devices[${i}].riskClass` },
            { riskClass, regulation, allowed: allowed.join(', ') },
          ),
        ]
  })
}

/** The same device twice would be reported twice. */
export function doubles(file: CaseFile): Finding[] {
  const texts = file.devices.map(d => JSON.stringify(d))
  return texts.flatMap((text, i) =>
    texts.indexOf(text) < i
      ? [
          caseFindings.make.CONTRADICTION(
            { path: `devices[${i}]` },
            {
              one: `Device ${i + 1} is the same as device ${texts.indexOf(text) + 1}`,
              other: 'each device is reported once',
              used: 'both are reported',
            },
          ),
        ]
      : [],
  )
}

/** Representatives have to be established where they represent (MDR Art 11(1); MedDO Art 51; UK MDR 2002). */
export function places(file: CaseFile): Finding[] {
  const wrong = (path: string, who: string, country: string | undefined, fits: (c: string) => boolean) =>
    country === undefined || fits(country)
      ? []
      : [
          caseFindings.make.CONTRADICTION(
            { path },
            {
              one: `${who} is established in ${country}`,
              other: 'it has to be established where it represents',
              used: 'the country is taken as written',
            },
          ),
        ]
  return [
    ...wrong(
      'authorisedRepresentative.country',
      'The authorised representative',
      file.authorisedRepresentative?.country,
      c => ['UK', 'XI'].includes(c) || COUNTRY_SETS.eea.members.some(m => m.country === c),
    ),
    ...wrong(
      'swissRepresentative.country',
      'The Swiss representative',
      file.swissRepresentative?.country,
      c => c === 'CH' || c === 'LI',
    ),
    ...wrong(
      'ukResponsiblePerson.country',
      'The UK Responsible Person',
      file.ukResponsiblePerson?.country,
      c => ['GB', 'XI', 'UK'].includes(c),
    ),
  ]
}
