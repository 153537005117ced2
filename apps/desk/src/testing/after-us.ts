import { spawn } from 'node:child_process'

/**
 * Takes a folder away when this process is gone, however it ended: a shell waits for the end of a pipe that only this
 * process holds. `stop` runs before.
 */
export function afterUs(
  folder: string,
  stop: readonly string[] = ['true'],
  user: { readonly uid?: number; readonly gid?: number } = {},
): void {
  const script = 'cat > /dev/null; folder=$1; shift; "$@"; rm -rf "$folder"'
  const shell = spawn('sh', ['-c', script, 'sh', folder, ...stop], {
    ...user,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  shell.unref()
}
