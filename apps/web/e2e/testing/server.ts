import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url))
let built: string | undefined

/** Builds the page from its source as it is now, into a folder of its own, once a run. */
export function buildPage(): string {
  if (built !== undefined) return built
  built = mkdtempSync(join(tmpdir(), 'vigie-page-'))
  const vite = [`${ROOT}node_modules/vite/bin/vite.js`, 'build', '--logLevel', 'warn', '--emptyOutDir']
  run([...vite, '--outDir', built], `${ROOT}apps/web`)
  return built
}

const run = (args: readonly string[], cwd: string) =>
  execFileSync(process.execPath, args, {
    cwd,
    stdio: 'inherit',
    // The test runner says "test", and then Vite would take the slow half of React.
    env: { ...process.env, NODE_ENV: 'production' },
  })

export interface Server {
  readonly base: string
  /** The code for the first administrator. */
  readonly setupCode: string
  /** The folder of the page as it was built. */
  readonly page: string
  stop(): Promise<void>
}

/** The real program on an embedded database in a folder of its own, on any free port of this machine. */
export async function startDesk(): Promise<Server> {
  const page = buildPage()
  run([`${ROOT}node_modules/typescript/bin/tsc`, '-b', 'apps/desk'], ROOT)
  const folder = mkdtempSync(join(tmpdir(), 'vigie-e2e-'))
  const { DATABASE_URL: _, ...env } = process.env
  const child = spawn(process.execPath, [`${ROOT}apps/desk/bin/vigie-desk.js`], {
    env: { ...env, VIGIE_DATA: folder, VIGIE_PORT: '0', VIGIE_PAGE: page },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      said += chunk.toString()
      const base = /answers at (\S+) /.exec(said)?.[1]
      const setupCode = /code: (\S+)\n/.exec(said)?.[1]
      if (base !== undefined && setupCode !== undefined) resolve({ base, setupCode, page, stop })
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    void ended.then(() => reject(new Error(`the desk did not start:\n${said}`)))
  })
}
