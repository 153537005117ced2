import { z } from '@hono/zod-openapi'
import type { Row } from '@vigie/record'

/** What a chain is about beside its addressee. */
export const chainDetails = z.strictObject({
  /** Name of the device in the case; one chain concerns one device. */
  device: z.string(),
  /** Under which law the authority receives the report, which decides how the form is filled. */
  for: z.enum(['EU', 'NI', 'GB', 'CH']),
  authorityId: z.string().nullable(),
  country: z.string(),
  /** The report was brought in from a file: earlier ones may have been sent elsewhere. */
  imported: z.boolean(),
})
export type ChainDetails = z.output<typeof chainDetails>

/** Throws for a chain that this program did not make. */
export const detailsOf = (chain: Row<'report_chains'>): ChainDetails => chainDetails.parse(chain.details)

/** The first parts of the key of an obligation (jurisdiction, authority, form, kind, device, about). */
const key = z.tuple([
  z.string(),
  z.string().nullable(),
  z.string(),
  z.string(),
  z.string(),
  z.string().nullable(),
])

/** The kind of report an obligation asks for, when it is one of this chain's: same addressee, device and matter. */
export function kindServed(chain: Row<'report_chains'>, o: Row<'obligations'>): string | undefined {
  const { trace } = o
  const text = typeof trace === 'object' && trace !== null && 'key' in trace ? trace['key'] : undefined
  const parsed = key.safeParse(typeof text === 'string' ? parseJson(text) : undefined)
  if (!parsed.success) return undefined
  const [jurisdiction, authority, form, kind, device, about] = parsed.data
  const details = detailsOf(chain)
  const sameName = authority === chain.authority
  const isOurs =
    jurisdiction === chain.jurisdiction &&
    (sameName || isSameAuthority(details, trace)) &&
    /\bMIR\b/.test(form) &&
    device === details.device &&
    about === null
  return isOurs ? kind : undefined
}

const named = z.looseObject({
  report: z.looseObject({ authorityId: z.string(), country: z.string() }),
})

/** Whether the law means the authority of the chain, under whatever name: names change, ids do not. */
function isSameAuthority(details: ChainDetails, trace: unknown): boolean {
  const found = named.safeParse(trace)
  if (!found.success) return false
  const { authorityId, country } = found.data.report
  return authorityId === details.authorityId && country === details.country
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
