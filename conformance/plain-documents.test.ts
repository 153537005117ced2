import { checkMir, mir721, mir731, readMir } from '@vigie/forms'
import { describe, expect, it } from 'vitest'
import { makeReport, toXml } from './mir-samples.js'
import { mutations } from './mutate.js'
import { Random } from './random.js'

const MUTANTS = Number(process.env.VIGIE_MUTANTS ?? 3000)
const SEED = Number(process.env.VIGIE_SEED ?? Date.now() % 1_000_000)

// A byte order mark changes nothing in a document, but a document with one is always given to libxml2.
describe(`documents so plain that libxml2 is not asked (VIGIE_SEED=${SEED})`, () => {
  for (const table of [mir721, mir731])
    it(`give the same findings and the same report as through libxml2: MIR ${table.version}`, () => {
      const random = new Random(SEED)
      for (let i = 0; i < MUTANTS / 6; i++) {
        const root = makeReport(
          table,
          random.pick(table.reportTypes).key,
          random,
          random.pick([0.1, 0.5, 0.9]),
        )
        const what: string[] = []
        for (let faults = random.int(0, 2); faults > 0; faults--) {
          const [name, mutate] = random.pick(mutations)
          what.push(`${name}: ${mutate(root, random)}`)
        }
        const xml = random.chance(0.5)
          ? toXml(root)
          : `<?xml version="1.0" encoding="UTF-8"?>\r\n${toXml(root).replaceAll('><', '>\r\n<')}`
        const plain = new TextEncoder().encode(xml)
        const marked = new TextEncoder().encode(`\ufeff${xml}`)
        expect(checkMir(plain), what.join('; ')).toEqual(checkMir(marked))
        expect(readMir(plain), what.join('; ')).toEqual(readMir(marked))
      }
    })
})
