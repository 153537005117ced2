import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

/** A PostgreSQL server of its own for tests: a temporary folder, a Unix socket, no port, an unprivileged user. */
export interface Cluster {
  /** URL of a database, as its ordinary owner (no superuser). */
  url(database: string): string
  superUrl(database: string): string
  createDatabase(name: string): Promise<void>
  start(): Promise<void>
  /** `immediate` ends the server like a power cut does: without a checkpoint. */
  stop(mode: 'fast' | 'immediate'): void
  remove(): void
}

const DEBIAN = '/usr/lib/postgresql'

/** Folder of the newest installed server programs, or undefined. */
function postgresPrograms(): string | undefined {
  if (!existsSync(DEBIAN)) return undefined
  const versions = readdirSync(DEBIAN)
    .filter(v => existsSync(join(DEBIAN, v, 'bin', 'initdb')))
    .sort((a, b) => Number(b) - Number(a))
  return versions[0] === undefined ? undefined : join(DEBIAN, versions[0], 'bin')
}

const WHY_SKIPPED = 'PostgreSQL is not installed (apt-get install postgresql): its tests are skipped.'

/** Whether the tests with PostgreSQL can run; says why not. */
export function hasPostgres(): boolean {
  if (postgresPrograms() !== undefined) return true
  console.warn(WHY_SKIPPED)
  return false
}

/** Makes and starts a server. The server refuses to run as root; then it runs as `nobody`. */
export async function makeCluster(): Promise<Cluster> {
  const programs = postgresPrograms()
  if (programs === undefined) throw new Error(WHY_SKIPPED)
  const folder = mkdtempSync(join(tmpdir(), 'vigie-pg-'))
  const user = process.getuid?.() === 0 ? idsOf('nobody') : undefined
  if (user !== undefined) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const run = (program: string, args: readonly string[]) =>
    execFileSync(join(programs, program), args, { ...user, stdio: 'pipe', cwd: folder })
  run('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'])

  let server: ChildProcess | undefined
  const urlOf = (who: string, database: string) =>
    `postgresql://${who}@/${database}?host=${encodeURIComponent(folder)}`
  const cluster: Cluster = {
    url: database => urlOf('vigie', database),
    superUrl: database => urlOf('postgres', database),
    createDatabase: async name => {
      const client = new pg.Client(urlOf('postgres', 'postgres'))
      await client.connect()
      await client.query(`create database "${name}" owner vigie`)
      await client.end()
    },
    start: async () => {
      const settings = [
        'listen_addresses=',
        `unix_socket_directories=${folder}`,
        'fsync=on',
        'max_connections=60',
      ]
      const args = ['-D', data, ...settings.flatMap(s => ['-c', s])]
      server = spawn(join(programs, 'postgres'), args, { ...user, stdio: 'ignore', cwd: folder })
      await answering(urlOf('postgres', 'postgres'))
    },
    stop: mode => {
      if (server === undefined) return
      run('pg_ctl', ['stop', '-D', data, '-m', mode, '-w'])
      server = undefined
    },
    remove: () => {
      cluster.stop('immediate')
      rmSync(folder, { recursive: true, force: true })
    },
  }
  await cluster.start()
  const client = new pg.Client(cluster.superUrl('postgres'))
  await client.connect()
  await client.query('create role vigie login createrole nosuperuser')
  await client.end()
  return cluster
}

async function answering(url: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const client = new pg.Client(url)
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      if (attempt === 200) throw error
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  }
}

function idsOf(name: string): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}
