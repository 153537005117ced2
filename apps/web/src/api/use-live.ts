import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

const POLL = 60_000
const SETTLE = 400

/**
 * Reads the queries under a key again whenever the server says that something changed (server-sent events). Where the
 * server has no such stream, they are read every minute. `true` while the stream is open.
 */
export function useLive(path: string, key: readonly unknown[]): boolean {
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is compared by its content
  useEffect(() => {
    const refresh = () => void client.invalidateQueries({ queryKey: key })
    let settling: ReturnType<typeof setTimeout> | undefined
    let polling: ReturnType<typeof setInterval> | undefined
    // Several changes of one save come one after another.
    const soon = () => {
      settling ??= setTimeout(() => {
        settling = undefined
        refresh()
      }, SETTLE)
    }
    const source = new EventSource(`/api${path}`)
    source.addEventListener('open', () => setOpen(true))
    for (const name of ['message', 'change', 'changed', 'board', 'clock']) source.addEventListener(name, soon)
    source.addEventListener('error', () => {
      setOpen(false)
      // Closed for good: there is no stream here. Otherwise the browser connects again by itself.
      if (source.readyState === EventSource.CLOSED) polling ??= setInterval(refresh, POLL)
    })
    return () => {
      source.close()
      clearTimeout(settling)
      clearInterval(polling)
    }
  }, [client, path, JSON.stringify(key)])
  return open
}
