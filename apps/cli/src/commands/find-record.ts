import type { Law, LawRecord } from '@vigie/law'
import { WrongUse } from '../wrong-use.js'

/** The record with an id, or WrongUse with the nearest id there is. */
export async function findRecord(id: string, law: Law): Promise<LawRecord> {
  const { lawRecord, lawRecords } = await import('@vigie/law')
  const found = lawRecord(id, law) ?? lawRecord(id.toUpperCase(), law)
  if (found !== undefined) return found
  const { nearestWord } = await import('@vigie/facts')
  const nearest = nearestWord(
    id,
    lawRecords(law).map(r => r.record.id),
  )
  throw new WrongUse(
    `There is no record ${id} in law pack ${law.pack.release}. ${
      nearest === undefined ? 'vigie law list shows all.' : `Did you mean ${nearest}?`
    }`,
  )
}
