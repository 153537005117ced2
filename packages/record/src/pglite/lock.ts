import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { RecordError } from '../errors.js'

/** What stands in the lock file. */
interface Holder {
  readonly token: string
  readonly pid: number
  readonly host: string
  /** Start of the process as the system counts it; tells a process from a later one with the same number. */
  readonly started: string
  readonly since: string
}

export interface Lock {
  /** Frees the folder. */
  release(): void
}

const BEAT_MS = 2_000
/** A holder on another machine counts as gone after this silence; its processes cannot be looked at. */
const SILENCE_MS = 60_000

/**
 * Takes the folder for this process. Two processes on one PGlite folder would both be told that their writes are kept,
 * and lose them. Throws RecordError `locked` while another process holds it.
 *
 * @param onLost called when the lock file is no longer ours: stop writing at once
 */
export function lockFolder(folder: string, onLost: () => void): Lock {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'lock')
  const token = take(path)
  const beat = setInterval(() => {
    if (read(path)?.token === token) {
      const now = new Date()
      utimesSync(path, now, now)
      return
    }
    clearInterval(beat)
    onLost()
  }, BEAT_MS)
  beat.unref()
  return {
    release: () => {
      clearInterval(beat)
      if (read(path)?.token === token) rmSync(path)
    },
  }
}

function take(path: string): string {
  const ours: Holder = {
    token: randomUUID(),
    pid: process.pid,
    host: hostname(),
    started: startOf(process.pid) ?? '',
    since: new Date().toISOString(),
  }
  for (let attempt = 1; attempt <= 3; attempt++) {
    if (create(path, ours)) return ours.token
    const holder = read(path)
    if (holder === undefined || isAlive(holder, path)) throw locked(path, holder)
    setAside(path, holder)
  }
  throw locked(path, read(path))
}

function create(path: string, ours: Holder): boolean {
  try {
    writeFileSync(path, JSON.stringify(ours), { flag: 'wx', flush: true })
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  }
}

/** Moves the file of a dead holder away. Moving, not deleting, shows when somebody else was quicker. */
function setAside(path: string, dead: Holder): void {
  const aside = `${path}.${randomUUID()}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return
    throw error
  }
  const moved = read(aside)
  if (moved === undefined || moved.token === dead.token) {
    rmSync(aside)
    return
  }
  renameSync(aside, path)
  throw locked(path, moved)
}

function isAlive(holder: Holder, path: string): boolean {
  if (holder.host !== hostname()) return Date.now() - statSync(path).mtimeMs < SILENCE_MS
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    if (hasCode(error, 'ESRCH')) return false
  }
  const started = startOf(holder.pid)
  return started === undefined || started === holder.started
}

/** Boot and start tick of a process from /proc, or undefined where there is no /proc. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in brackets may hold spaces; fields are counted after it. Field 22 is the start.
    const start = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${start}`
  } catch {
    return undefined
  }
}

/** The holder; undefined when the file is gone or is being written. */
function read(path: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return isHolder(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isHolder(value: unknown): value is Holder {
  if (typeof value !== 'object' || value === null) return false
  const has = (key: string, type: string) => key in value && typeof Reflect.get(value, key) === type
  return ['token', 'host', 'started', 'since'].every(k => has(k, 'string')) && has('pid', 'number')
}

function locked(path: string, holder: Holder | undefined): RecordError {
  const who =
    holder === undefined
      ? 'by a file that does not say by whom'
      : `by process ${holder.pid} on ${holder.host} since ${holder.since}`
  return new RecordError(
    'locked',
    `The data folder is in use ${who}. Stop that process, or use PostgreSQL for several servers. If no Vigie runs, delete ${path}.`,
  )
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
