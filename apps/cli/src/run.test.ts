import { describe, expect, it } from 'vitest'
import { run } from './run.js'
import { fakeIo, vigie } from './testing.js'

/** Every command, by its words. */
async function commandPaths(path: readonly string[] = []): Promise<string[][]> {
  const { stdout } = await vigie([...path, '--help'])
  const section = /\nCommands:\n((?: {2}.*\n)+)/.exec(stdout)?.[1] ?? ''
  const names = [...section.matchAll(/^ {2}([a-z]+)/gm)].map(m => m[1] ?? '').filter(n => n !== 'help')
  const below = await Promise.all(names.map(name => commandPaths([...path, name])))
  return [[...path], ...below.flat()]
}

describe('the command as a whole', () => {
  it('prints its version', async () => {
    const { code, stdout } = await vigie(['--version'])
    expect([code, stdout]).toEqual([0, '0.1.0\n'])
  })

  it('has help with examples for every command, and JSON for every one that answers', async () => {
    const paths = await commandPaths()
    expect(paths.length).toBeGreaterThan(8)
    for (const path of paths) {
      const { code, stdout } = await vigie([...path, '--help'])
      expect(code).toBe(0)
      const isGroup = stdout.includes('\nCommands:\n')
      if (!isGroup) expect(stdout, path.join(' ')).toMatch(/\nExamples:\n {2}vigie /)
      if (!isGroup) expect(stdout, path.join(' ')).toContain('--json')
    }
  })

  it('shows its help when nothing is asked', async () => {
    for (const args of [[], ['law']]) {
      const { code, stdout, stderr } = await vigie(args)
      expect([code, stdout]).toEqual([2, ''])
      expect(stderr).toContain('Usage: vigie')
    }
  })

  it('tells a fault of its own in one sentence, the stack only when asked', async () => {
    const io = {
      ...fakeIo({ stdin: '{}' }),
      stdin: {
        isTerminal: false,
        chunks: () => {
          throw new TypeError('boom')
        },
      },
    }
    expect(await run(['assess', '-'], io)).toBe(2)
    expect(io.stderr()).toMatch(/^vigie: This is a fault of vigie, not of your data \(boom\)\. .*\n.*\n$/)
    const debug = { ...io, env: { VIGIE_DEBUG: '1' } }
    await run(['assess', '-'], debug)
    expect(io.stderr()).toContain('at ')
  })
})
