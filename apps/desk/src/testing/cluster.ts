import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterUs } from './after-us.js'

const DEBIAN = '/usr/lib/postgresql'

function programs(): string | undefined {
  if (!existsSync(DEBIAN)) return undefined
  const versions = readdirSync(DEBIAN).filter(v => existsSync(join(DEBIAN, v, 'bin', 'initdb')))
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0]
  return newest === undefined ? undefined : join(DEBIAN, newest, 'bin')
}

/** Whether the tests with PostgreSQL can run; says why not. */
export function hasPostgres(): boolean {
  if (programs() !== undefined) return true
  console.warn('PostgreSQL is not installed (apt-get install postgresql): its tests are skipped.')
  return false
}

/** A PostgreSQL server for tests, until this process ends: a temporary folder, a Unix socket and no port; never run as root. */
export function makeCluster(): { readonly url: string } {
  const bin = programs() ?? ''
  const folder = mkdtempSync(join(tmpdir(), 'vigie-desk-pg-'))
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
  const user = process.getuid?.() === 0 ? { uid: id('-u'), gid: id('-g') } : {}
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const run = (program: string, ...args: string[]) =>
    execFileSync(join(bin, program), args, { ...user, stdio: 'ignore', cwd: folder })
  run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync')
  afterUs(folder, [join(bin, 'pg_ctl'), 'stop', '-D', data, '-m', 'immediate'], user)
  const settings = `-c listen_addresses= -c unix_socket_directories=${folder} -c max_connections=60`
  run('pg_ctl', 'start', '-w', '-D', data, '-l', join(folder, 'log'), '-o', settings)
  const host = encodeURIComponent(folder)
  const psql = (text: string) => run('psql', '-h', folder, '-U', 'postgres', '-c', text)
  psql('create role vigie login createrole nosuperuser')
  psql('create database desk owner vigie')
  return { url: `postgresql://vigie@/desk?host=${host}` }
}
