import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { DEATH_IN_GERMANY } from './testing.js'

const BIN = fileURLToPath(new URL('../bin/vigie.js', import.meta.url))
const built = existsSync(new URL('../dist/main.js', import.meta.url))
if (!built)
  process.stderr.write('The command is not built (npm run build): the tests of its processes are skipped.\n')

interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the built command as a process. `closeAfter` closes the reading end after that many bytes. */
function spawned(
  args: readonly string[],
  stdin: string | Uint8Array = '',
  closeAfter?: number,
): Promise<Ended> {
  return new Promise(done => {
    const child = spawn(process.execPath, [BIN, ...args], { stdio: ['pipe', 'pipe', 'pipe'] })
    let [stdout, stderr] = ['', '']
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString()
      if (closeAfter !== undefined && stdout.length >= closeAfter) child.stdout.destroy()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString()
    })
    // The command may stop reading before all is written.
    child.stdin.on('error', () => {})
    child.stdin.end(stdin)
    child.on('close', code => done({ code, stdout, stderr }))
  })
}

describe.skipIf(!built).concurrent('the built command', () => {
  it('prints its version', async () => {
    expect(await spawned(['--version'])).toEqual({ code: 0, stdout: '0.1.0\n', stderr: '' })
  })

  it('answers a case on standard input', async () => {
    const { code, stdout } = await spawned(
      ['assess', '-', '--at', '2026-11-25', '--json'],
      JSON.stringify(DEATH_IN_GERMANY),
    )
    expect([code, JSON.parse(stdout).reports[0].ceiling]).toEqual([0, '2026-12-03'])
  })

  it('ends with 1 for findings and with 2 for wrong use, and shows no stack', async () => {
    expect((await spawned(['codes', 'check', 'B08'])).code).toBe(1)
    const wrong = await spawned(['mir', 'check', '--nix'])
    expect([wrong.code, wrong.stdout]).toEqual([2, ''])
    expect(wrong.stderr).not.toMatch(/^\s+at /m)
  })

  it('writes no colours into a pipe', async () => {
    const { stdout } = await spawned(['udi', '07032069804988'])
    expect(stdout).not.toContain('\u001B')
  })

  it('ends quietly when the reader has seen enough', async () => {
    const { code, stderr } = await spawned(['law', 'list', '--json'], '', 100)
    expect([code, stderr]).toEqual([0, ''])
  })

  it('stops reading an endless input', async () => {
    const { code, stderr } = await spawned(['assess', '-'], new Uint8Array(30 * 1_048_576))
    expect([code, stderr.includes('Standard input has more than 10 MB')]).toEqual([2, true])
  })
})
