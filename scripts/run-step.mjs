import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../', import.meta.url))

/** Runs a program in the repository root and gives its exit code; 127 when it cannot be started. */
export function runProgram(program, args, options = {}) {
  const windows = process.platform === 'win32'
  const done = spawnSync(program, args, { cwd: ROOT, stdio: 'inherit', shell: windows, ...options })
  return done.status ?? 127
}

/** Runs a tool of the workspace (`tsc`, `vitest`, ...). */
export function runTool(name, args, options) {
  const file = process.platform === 'win32' ? `${name}.cmd` : name
  return runProgram(`${ROOT}node_modules/.bin/${file}`, args, options)
}

export function exists(path) {
  return existsSync(`${ROOT}${path}`)
}

/** Says one thing and ends with an exit code. */
export function stop(sentence, code = 1) {
  process.stderr.write(`${sentence}\n`)
  process.exit(code)
}
