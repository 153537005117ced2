/** How far each tenant's audit chain was read: tenant to number of the last event. */
export type Place = ReadonlyMap<string, number>

/** Browsers send it back in a header; servers and proxies take some 8 to 16 kB of headers. */
const LONGEST = 6000
/** The place of somebody who sees too many tenants to name: whoever comes back with it loads the board anew. */
export const TOO_MANY = 'reload'

/** The random end of a version 7 id tells tenants apart in a short form. */
const short = (tenantId: string) => tenantId.slice(-10)

/** A place as the id of an event. */
export function placeText(place: Place): string {
  const text = [...place].map(([tenant, seq]) => `${short(tenant)}.${seq.toString(36)}`).join('~')
  return text.length > LONGEST ? TOO_MANY : text
}

/**
 * The place that an id names, for the tenants seen now. A tenant that is not named was not seen before: all of it is
 * new. Undefined for a text that is none of ours, and when it named none.
 */
export function readPlace(text: string, now: Place): Place | undefined {
  if (!/^[0-9a-f]{10}\.[0-9a-z]{1,11}(~[0-9a-f]{10}\.[0-9a-z]{1,11})*$/.test(text)) return undefined
  const named = new Map(text.split('~').map(part => [part.slice(0, 10), Number.parseInt(part.slice(11), 36)]))
  return new Map([...now.keys()].map(tenant => [tenant, named.get(short(tenant)) ?? 0]))
}
