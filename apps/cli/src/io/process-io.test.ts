import { spawnSync } from 'node:child_process'
import { existsSync, openSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const COMMAND = fileURLToPath(new URL('../../bin/vigie.js', import.meta.url))
const BUILT = fileURLToPath(new URL('../../dist/main.js', import.meta.url))
const FULL = '/dev/full'

describe('standard output', () => {
  it.skipIf(!existsSync(FULL) || !existsSync(BUILT))('that is full ends with one sentence', () => {
    const run = spawnSync(process.execPath, [COMMAND, '--version'], {
      stdio: ['ignore', openSync(FULL, 'w'), 'pipe'],
      encoding: 'utf8',
    })
    expect(run.status).toBe(2)
    expect(run.stderr).toMatch(/^vigie: The output cannot be written: .*\n$/)
  })
})
