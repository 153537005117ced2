import { afterAll, beforeAll, describe } from 'vitest'
import { engine } from './contract/engine.js'
import type { Harness } from './contract/harness.js'
import { signing } from './contract/signing.js'
import { trail } from './contract/trail.js'
import { walls } from './contract/walls.js'

/** What a store promises. Every engine runs all of it; none is excused from a line. */
export function storeContract(name: string, open: () => Promise<Harness>): void {
  describe(`store on ${name}`, () => {
    let opened: Harness | undefined
    const harness = () => {
      if (opened === undefined) throw new Error('the store did not open')
      return opened
    }
    beforeAll(async () => {
      opened = await open()
    }, 120_000)
    afterAll(() => opened?.close())
    engine(harness)
    walls(harness)
    trail(harness)
    signing(harness)
  })
}
