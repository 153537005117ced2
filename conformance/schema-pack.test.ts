import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkMir, mir721, mir731, readSchemaPacks } from '@vigie/forms'
import { describe, expect, it } from 'vitest'
import { makeReport, toXml } from './mir-samples.js'
import { mutations } from './mutate.js'
import { Random } from './random.js'
import { schemaFolder, skipped, validateAll } from './xmllint.js'
import { xsdOfTable } from './xsd-of-table.js'

const MUTANTS = Number(process.env.VIGIE_PACK_MUTANTS ?? 800)
const SEED = Number(process.env.VIGIE_SEED ?? Date.now() % 1_000_000)
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
const utf8 = (text: string) => new TextEncoder().encode(text)

/**
 * Values at which libxml2 of this program (newer, 32 bits) and xmllint (older, 64 bits) part: years beyond 32 bits, and
 * numbers of more than 24 digits. No report has any.
 */
const ENGINES_DIFFER = /\d{10,}-\d\d-\d\d|\d{25,}/

interface Mutant {
  readonly key: string
  readonly what: string
  readonly xml: string
}

function mutants(table: typeof mir721 | typeof mir731, count: number, random: Random): Mutant[] {
  return Array.from({ length: count }, (_, i) => {
    const { key } = random.pick(table.reportTypes)
    const root = makeReport(table, key, random, random.pick([0, 0.3, 1]))
    const change = random.chance(0.2) ? undefined : mutations[i % mutations.length]
    const what = change === undefined ? 'unchanged' : `${change[0]} (${change[1](root, random)})`
    return { key, what, xml: HEAD + toXml(root) }
  }).filter(m => !ENGINES_DIFFER.test(m.xml))
}

describe.skipIf(skipped('the comparison of installed schemas with xmllint'))(
  `an installed pack of the official MIR 7.2.1 schemas judges as xmllint does (seed ${SEED})`,
  () => {
    it(`on ${MUTANTS} mutants, and each finding has its place`, () => {
      const files = readdirSync(schemaFolder).map(name => ({
        name,
        bytes: new Uint8Array(readFileSync(new URL(name, schemaFolder))),
      }))
      const [pack] = readSchemaPacks(files).packs
      const cases = mutants(mir721, MUTANTS, new Random(SEED))
      const folder = mkdtempSync(join(tmpdir(), 'vigie-pack-'))
      const different: string[] = []
      let valid = 0
      try {
        for (const { key, schemaFile } of mir721.reportTypes) {
          const mine = cases.filter(c => c.key === key)
          const paths = mine.map((_, i) => join(folder, `${key}-${i}.xml`))
          for (const [i, c] of mine.entries()) writeFileSync(paths[i] ?? '', c.xml)
          const verdicts = validateAll(schemaFile, paths)
          mine.forEach((c, i) => {
            const findings = pack?.validate(utf8(c.xml), key) ?? []
            const theirs = verdicts.get(paths[i] ?? '')
            if (theirs === true) valid++
            if ((findings.length === 0) !== theirs)
              different.push(`${key}: ${c.what}: xmllint says ${theirs}, we ${JSON.stringify(findings[0])}`)
            for (const f of findings)
              if (f.code.startsWith('XSD-') && f.place === undefined && !/^\/[^/]+(?:\/[^/]*)?$/.test(f.path))
                different.push(`${key}: ${c.what}: no place: ${JSON.stringify(f)}`)
          })
        }
      } finally {
        rmSync(folder, { recursive: true })
      }
      expect(different).toEqual([])
      expect(valid).toBeGreaterThan(MUTANTS / 10)
      expect(valid).toBeLessThan((MUTANTS * 9) / 10)
    })
  },
)

describe(`MIR 7.3.1 with schemas made from its own table (seed ${SEED})`, () => {
  const files = mir731.reportTypes.map(t => ({ name: t.schemaFile, bytes: utf8(xsdOfTable(mir731, t.key)) }))
  const { packs, findings } = readSchemaPacks(files)

  it('the pack is whole', () => {
    expect(findings).toEqual([])
    expect(packs.map(p => [p.version, p.covered.length])).toEqual([['7.3.1', 5]])
  })

  it('the samples in the repository are accepted', () => {
    const folder = new URL('../packages/forms/src/mir/7.3.1/', import.meta.url)
    const samples = readdirSync(folder).filter(name => name.endsWith('.xml'))
    expect(samples).toHaveLength(5)
    for (const name of samples) {
      const result = checkMir(new Uint8Array(readFileSync(new URL(name, folder))), { packs })
      expect(result, name).toMatchObject({ schemaValid: true, schemaFindings: [] })
    }
  })

  it(`the table check and the schema agree on ${MUTANTS} mutants`, () => {
    const different: string[] = []
    let valid = 0
    for (const { key, what, xml } of mutants(mir731, MUTANTS, new Random(SEED + 1))) {
      const byPack = packs[0]?.validate(utf8(xml), key) ?? []
      const byTable = checkMir(utf8(xml)).findings.filter(f => /^(?:SCHEMA|XML)-|^FORM-OTHER/.test(f.code))
      // A mutant may state another type than it was made for; the check then takes that one.
      if (!xml.includes(`<reportType>${mir731.reportTypes.find(t => t.key === key)?.value}</reportType>`))
        continue
      if (byPack.length === 0) valid++
      if ((byPack.length === 0) !== (byTable.length === 0))
        different.push(
          `${key}: ${what}: schema ${JSON.stringify(byPack[0])}, table ${JSON.stringify(byTable[0])}`,
        )
    }
    expect(different).toEqual([])
    expect(valid).toBeGreaterThan(MUTANTS / 10)
  })
})
