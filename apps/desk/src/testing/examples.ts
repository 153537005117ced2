import { readFileSync } from 'node:fs'

const read = (name: string): object => {
  const file: object = JSON.parse(
    readFileSync(new URL(`../../../../examples/${name}.json`, import.meta.url), 'utf8'),
  )
  return file
}

/** An invented case of the repository: a death in Germany with an infusion pump sold in four jurisdictions. */
export const pumpCase = (reference: string, change: object = {}): object => ({
  ...read('infusion-pump-death-germany'),
  reference,
  ...change,
})

/** Another invented case of the repository under a reference of its own. */
export const exampleCase = (name: string, reference: string): object => ({ ...read(name), reference })
