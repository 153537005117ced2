import { COUNTRY_SETS } from '@vigie/codes'
import { jsonPath, keysOf, ROLES } from '@vigie/facts'
import { defineCatalogue, type Finding, kind, parseDay } from '@vigie/kernel'
import * as z from 'zod'
import type { Condition, CountryPath } from './condition.js'
import { FACT_KINDS, fitsFact, isFactPath } from './fact-kinds.js'
import type { FactPath } from './law-facts.js'
import { type LawPack, readyLaw } from './pack.js'
import { type Classification, SEVERITY } from './rule.js'

/** Faults of a law pack in a file. */
export const packFindings = defineCatalogue('LAW', {
  PACK: kind<{ fault: string }>(
    'blocks',
    'A record of a law pack is not what the schema asks.',
    p => `${p.fault}.`,
    () => 'Correct the record; a pack is used whole or not at all.',
  ),
  SIMULATE: kind<{ id: string; can: string }>(
    'recommended',
    'A rule to simulate that is neither a proposal nor optional.',
    p => `"${p.id}" is no proposal and no optional duty, so there is nothing to simulate.`,
    p => `Use one of ${p.can}.`,
  ),
})

const words = <T extends string>(...list: [T, ...T[]]) => z.enum(list)
const text = z.string().min(1)
const texts = z.array(text)

const day = z.string().transform((written, context) => {
  const parsed = parseDay(written)
  if (parsed !== undefined) return parsed
  context.addIssue({ code: 'custom', message: `"${written}" is not a day` })
  return z.NEVER
})

const factPath = z.custom<FactPath>(
  v => typeof v === 'string' && isFactPath(v),
  'not a fact a condition can ask about',
)
const countryPath = z.custom<CountryPath>(
  v => typeof v === 'string' && isFactPath(v) && FACT_KINDS[v] === 'country',
  'not a fact that is a country',
)
const scalar = z.union([z.string(), z.boolean()])

const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ op: z.literal('all'), of: z.array(condition).min(1) }),
    z.strictObject({ op: z.literal('any'), of: z.array(condition).min(1) }),
    z.strictObject({ op: z.literal('not'), of: condition }),
    z.strictObject({ op: z.literal('proven'), of: condition }),
    z.strictObject({ op: z.literal('known'), fact: factPath }),
    z.strictObject({
      op: z.literal('named'),
      of: condition,
      yes: text,
      no: text,
      exception: z.literal(true).exactOptional(),
    }),
    z.strictObject({ op: z.literal('defined'), id: text }),
    z.strictObject({ op: z.literal('in-set'), fact: countryPath, set: z.enum(keysOf(COUNTRY_SETS)) }),
    z
      .strictObject({ op: z.literal('is'), fact: factPath, value: scalar })
      .refine(c => fitsFact(c.fact, c.value), 'the value does not fit the fact'),
    z
      .strictObject({ op: z.literal('one-of'), fact: factPath, values: z.array(scalar).min(1) })
      .refine(c => c.values.every(v => fitsFact(c.fact, v)), 'a value does not fit the fact'),
  ]),
)

const certainty = words('verified', 'secondary-source', 'not-confirmed', 'requires-confirmation')
const status = words('in-force', 'pending', 'proposal', 'guidance', 'policy')
const jurisdiction = words('EU', 'NI', 'TR', 'GB', 'CH', 'US')
const source = z.strictObject({ title: text, date: day })
const sources = z.tuple([source], source)
const form = words('MIR', 'FSCA', 'FSN', 'TREND', 'PSR', 'STATEMENT', 'SUPPLY', 'FDA-3500A', 'FDA-806')
const set = z.enum(keysOf(COUNTRY_SETS))

const instrument = z.strictObject({
  name: text,
  citation: text,
  for: words('device', 'ivd').exactOptional(),
  effectiveFrom: day,
  effectiveTo: day.exactOptional(),
})

const clock = z.strictObject({
  id: text,
  classification: z.enum(SEVERITY as readonly [Classification, ...Classification[]]).exactOptional(),
  when: condition.exactOptional(),
  basis: words(
    'incident-learnt',
    'death-learnt',
    'serious-deterioration-learnt',
    'public-health-threat-learnt',
    'remedial-action-learnt',
    'action-decided',
    'action-initiated',
    'action-planned-start',
    'action-extended',
    'trend-detected',
    'supply-begins',
    'request-received',
    'request-due',
    'operator-learnt',
    'next-report-promised',
    'periodic-summary-due',
  ),
  amount: z.int().min(0).max(3660),
  unit: words('calendar-day', 'working-day', 'month'),
  direction: words('after', 'before'),
  rounding: words('eu-1182-71', 'none'),
  calendar: text.exactOptional(),
  countingCertainty: certainty.exactOptional(),
})

const addressee = z.discriminatedUnion('resolve', [
  z.strictObject({ resolve: z.literal('authority-of-event-country') }),
  z.strictObject({ resolve: z.literal('authority'), country: z.string().regex(/^[A-Z]{2}$/) }),
  z.strictObject({ resolve: z.literal('authorities-of-action'), within: set }),
  z.strictObject({ resolve: z.literal('authorities-of-markets'), within: set }),
  z.strictObject({ resolve: z.literal('authorities-of-trend'), within: set }),
  z.strictObject({ resolve: z.literal('authority-of-manufacturer-place') }),
  z.strictObject({ resolve: z.literal('authority-of-operator-country') }),
  z.strictObject({ resolve: z.literal('authority-of-request') }),
  z.strictObject({ resolve: z.literal('authority-of-agreement') }),
  z.strictObject({
    resolve: z.literal('parties'),
    parties: z.array(
      words(
        'manufacturer',
        'authorised representative',
        'UK Responsible Person',
        'Swiss representative',
        'importer',
        'distributors',
        'notified body',
        'approved body',
        'coordinating authority',
        'users and customers',
        'own records',
      ),
    ),
  }),
])

const duty = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('report'),
    form,
    kind: text,
    channel: words('mir', 'fsca', 'fsn', 'trend', 'psr', 'us-803', 'us-806', 'none'),
  }),
  z.strictObject({ type: z.literal('task') }),
])

const rule = z.strictObject({
  id: text,
  jurisdiction,
  instruments: z.tuple([instrument], instrument),
  title: text,
  scope: words('incident', 'field-action', 'trend', 'supply', 'request', 'operator'),
  owedBy: z.array(z.enum(keysOf(ROLES))).min(1),
  when: condition,
  duty,
  addressee,
  notHeldWhen: condition.exactOptional(),
  timing: text,
  clocks: z.array(clock),
  evidence: texts,
  status,
  certainty,
  note: text.exactOptional(),
  sources,
  reviewBy: day,
  changes: text.exactOptional(),
  optional: z.literal(true).exactOptional(),
})

const definition = z.strictObject({
  id: text,
  jurisdiction,
  title: text,
  citation: text,
  text,
  condition,
  certainty,
  sources,
  reviewBy: day,
})

const note = z.strictObject({
  id: text,
  jurisdiction,
  title: text,
  citation: text,
  text,
  effectiveFrom: day.exactOptional(),
  effectiveTo: day.exactOptional(),
  status,
  certainty,
  sources,
  reviewBy: day,
})

const formVersion = z.strictObject({
  form,
  jurisdictions: z.array(jurisdiction),
  title: text,
  validFrom: day.exactOptional(),
  validTo: day.exactOptional(),
  certainty,
  note: text.exactOptional(),
  source,
})

const pack: z.ZodType<LawPack> = z.strictObject({
  release: text,
  rules: z.array(rule),
  definitions: z.array(definition),
  notes: z.array(note),
  forms: z.array(formVersion),
})

export type ParsedPack =
  | { readonly ok: true; readonly pack: LawPack }
  | { readonly ok: false; readonly findings: readonly Finding[] }

/**
 * Reads a law pack from JSON: the only door for law that does not ship with the product. A pack is taken whole or not
 * at all; an unknown operator, fact, value or definition is a fault here, never a silent "no" later.
 */
export function parsePack(json: unknown): ParsedPack {
  const parsed = pack.safeParse(json)
  if (!parsed.success) {
    return {
      ok: false,
      findings: parsed.error.issues.map(i =>
        packFindings.make.PACK({ path: jsonPath(i.path) }, { fault: i.message.replace(/\.$/, '') }),
      ),
    }
  }
  const ids = [...parsed.data.rules, ...parsed.data.definitions, ...parsed.data.notes].map(r => r.id)
  const twice = ids.filter((id, i) => ids.indexOf(id) !== i)
  if (twice.length > 0) {
    return {
      ok: false,
      findings: twice.map(id =>
        packFindings.make.PACK({ path: id }, { fault: `the id ${id} is used twice` }),
      ),
    }
  }
  try {
    readyLaw(parsed.data)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return {
      ok: false,
      findings: [packFindings.make.PACK({ path: 'definitions' }, { fault: error.message })],
    }
  }
  return { ok: true, pack: parsed.data }
}
