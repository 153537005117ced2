import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { day } from '@vigie/kernel'
import { describe, expect, it } from 'vitest'
import { mir721 } from '../mir/7.2.1/table.js'
import { readMir } from '../mir/read.js'
import { renderPdf } from './render-pdf.js'

const examples = new URL('../../../../../shared/reference/mir/examples/', import.meta.url)
const here = existsSync(examples)
if (!here) console.warn('skipped: the sample reports are not at ../shared/reference/mir/examples')

describe.skipIf(!here)('the sample reports of MIR 7.2.1', () => {
  const names = here ? readdirSync(examples).filter(name => name.startsWith('incident-')) : []

  it('are five', () => expect(names).toHaveLength(5))

  it.each(names)('%s prints for people and for the archive', async name => {
    const xml = readFileSync(new URL(name, examples))
    const { report } = readMir(xml)
    if (report === undefined) throw new Error(`not read: ${name}`)
    const facts = {
      status: { schema: 'valid', blocking: 0 },
      reference: 'MIR-001',
      generatedOn: day('2026-11-23'),
    } as const
    const forPeople = await renderPdf(mir721, report, { ...facts, standard: 'ua-1' })
    const archive = await renderPdf(mir721, report, { ...facts, standard: 'a-3a', archiveXml: xml })
    expect(forPeople).toMatchObject({ ok: true, pages: 4, findings: [] })
    expect(archive).toMatchObject({ ok: true, pages: 4, findings: [] })
  })
})
