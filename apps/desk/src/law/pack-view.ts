import { z } from '@hono/zod-openapi'
import { AUTHORITIES } from '@vigie/codes'
import { type Law, lawRecords } from '@vigie/law'
import { summaryOf } from './view.js'

const counts = z.record(z.string(), z.number().int())

export const packView = z
  .object({
    release: z.string(),
    records: z.number().int(),
    byType: counts,
    byJurisdiction: counts,
    byStatus: counts,
    byCertainty: counts,
    nextReview: z
      .string()
      .nullable()
      .openapi({ description: 'The first day on which a record is to be read again.' }),
    forms: z.array(
      z.object({
        form: z.string(),
        title: z.string(),
        jurisdictions: z.array(z.string()),
        validFrom: z.string().nullable(),
        validTo: z.string().nullable(),
        certainty: z.string(),
        note: z.string().nullable(),
      }),
    ),
    calendars: z
      .array(z.object({ id: z.string(), authorities: z.array(z.string()) }))
      .openapi({ description: 'Calendars of working days, with the authorities they count for.' }),
  })
  .openapi('LawRelease')

function countBy<T>(all: readonly T[], key: (one: T) => string | null): Record<string, number> {
  const found: Record<string, number> = {}
  for (const one of all) {
    const name = key(one)
    if (name !== null) found[name] = (found[name] ?? 0) + 1
  }
  return found
}

export function viewOfPack(law: Law): z.output<typeof packView> {
  const records = lawRecords(law)
  const all = records.map(summaryOf)
  const calendars = new Map<string, string[]>()
  for (const a of AUTHORITIES) calendars.set(a.calendar, [...(calendars.get(a.calendar) ?? []), a.id])
  return {
    release: law.pack.release,
    records: all.length,
    byType: countBy(all, r => r.type),
    byJurisdiction: countBy(all, r => r.jurisdiction),
    byStatus: countBy(all, r => r.status),
    byCertainty: countBy(all, r => r.certainty),
    nextReview: records.map(r => r.record.reviewBy).sort()[0] ?? null,
    forms: law.pack.forms.map(f => ({
      form: f.form,
      title: f.title,
      jurisdictions: [...f.jurisdictions],
      validFrom: f.validFrom ?? null,
      validTo: f.validTo ?? null,
      certainty: f.certainty,
      note: f.note ?? null,
    })),
    calendars: [...calendars].sort().map(([id, authorities]) => ({ id, authorities })),
  }
}
