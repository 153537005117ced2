import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileNames } from './file-names.js'

const due = (device: number) => ({ authorityId: 'DE-BfArM', where: 'EU-DE', device, kind: 'initial' })

describe('names of drafts', () => {
  it('never lead anywhere else and are never the same', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1 }),
        fc.array(fc.nat(2), { minLength: 1 }),
        (ref, devices) => {
          const names = fileNames(ref, devices.map(due))
          expect(new Set(names.map(n => n.toLowerCase())).size).toBe(devices.length)
          for (const name of names) expect(name).toMatch(/^[A-Za-z0-9+][A-Za-z0-9.+_-]*$/)
        },
      ),
      { numRuns: 40 },
    )
  })
})
