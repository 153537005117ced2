import { closeSync, fsyncSync, openSync } from 'node:fs'
import type { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

type Options = Parameters<NodeFS['init']>[1]

/** The parts of Emscripten's file system over Node that are touched here. */
interface Stream {
  readonly node: unknown
  /** Absent for a directory. */
  readonly nfd?: number
}
interface NodeFileSystem {
  realPath(node: unknown): string
  stream_ops: {
    fsync?: (stream: Stream) => number
    write: (stream: Stream, buffer: Uint8Array, offset: number, length: number, position: number) => number
  }
}

/**
 * PGlite's folder with `fsync` put in. As shipped, Emscripten answers the call without doing it and PGlite starts with
 * fsync off. With it, PostgreSQL's own order holds: the log is on disk before a commit is answered, data files before
 * the log is reused, new files with their directory. Start with {@link DURABLE_PARAMETERS}.
 */
export class DurableFolder extends NodeFS {
  /** Bytes written to the log since the last {@link resetLog}. */
  logBytes = 0
  /** How often the engine had something forced to disk; 0 after a start means that this PGlite no longer asks. */
  forced = 0

  override async init(pg: PGlite, options: Options): Promise<{ emscriptenOpts: Options }> {
    const { emscriptenOpts } = await super.init(pg, options)
    emscriptenOpts.preRun = [
      ...(emscriptenOpts.preRun ?? []),
      module => this.#install(nodeFileSystem(module)),
    ]
    return { emscriptenOpts }
  }

  resetLog(): void {
    this.logBytes = 0
  }

  #install(fs: NodeFileSystem): void {
    fs.stream_ops.fsync = stream => {
      if (stream.nfd === undefined) syncPath(fs.realPath(stream.node))
      else fsyncSync(stream.nfd)
      this.forced++
      return 0
    }
    const write = fs.stream_ops.write
    const inLog = new WeakMap<object, boolean>()
    fs.stream_ops.write = (stream, buffer, offset, length, position) => {
      let log = inLog.get(stream)
      if (log === undefined) {
        log = fs.realPath(stream.node).includes('pg_wal')
        inLog.set(stream, log)
      }
      if (log) this.logBytes += length
      return write(stream, buffer, offset, length, position)
    }
  }
}

/** `fdatasync` never reaches the file system, `fsync` does; so the log is forced with the second. */
export const DURABLE_PARAMETERS = [
  '-c',
  'fsync=on',
  '-c',
  'wal_sync_method=fsync',
  '-c',
  'full_page_writes=on',
] as const

/** Forces a file or directory to disk. */
export function syncPath(path: string): void {
  const fd = openSync(path, 'r')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

function nodeFileSystem(module: unknown): NodeFileSystem {
  const fs = property(property(property(module, 'FS'), 'filesystems'), 'NODEFS')
  if (isNodeFileSystem(fs)) return fs
  throw new Error('this PGlite has no file system over Node; writes could not be forced to disk')
}

function isNodeFileSystem(value: unknown): value is NodeFileSystem {
  return (
    typeof property(value, 'realPath') === 'function' &&
    typeof property(property(value, 'stream_ops'), 'write') === 'function'
  )
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}
