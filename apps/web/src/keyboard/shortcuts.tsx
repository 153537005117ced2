import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import m from '#messages/parts'
import { NAVIGATION } from '../app/navigation.js'
import { SEARCH_ID } from '../app/search-box.js'
import { Dialog } from '../parts/dialog.js'
import { display, useDisplay } from '../settings/display.js'
import { keyReader } from './keys.js'

const GO = 'g'
const TYPING = 'input, textarea, select, [contenteditable="true"], dialog'

/** The keys that work on every page, and the list of them. */
export function Shortcuts({ open, onOpen }: { open: boolean; onOpen: (open: boolean) => void }) {
  const [, navigate] = useLocation()
  const [read] = useState(() => keyReader(NAVIGATION, Date.now))
  const [{ shortcuts }] = useDisplay()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event
      if (event.ctrlKey || event.metaKey || event.altKey || !display().shortcuts) return
      if (target instanceof Element && target.closest(TYPING) !== null) return
      const action = read(event.key)
      if (action === undefined || action.do === 'wait') return
      event.preventDefault()
      if (action.do === 'go') navigate(action.href)
      if (action.do === 'search') document.getElementById(SEARCH_ID)?.focus()
      if (action.do === 'list') onOpen(true)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [navigate, onOpen, read])
  return (
    <Dialog open={open} title={m.shortcuts.title} onClose={() => onOpen(false)}>
      {!shortcuts && <p>{m.shortcuts.off}</p>}
      <table>
        <thead>
          <tr>
            <th scope="col">{m.shortcuts.key}</th>
            <th scope="col">{m.shortcuts.does}</th>
          </tr>
        </thead>
        <tbody>
          {NAVIGATION.map(item => (
            <tr key={item.href}>
              <td>
                <kbd>{GO}</kbd> {m.shortcuts.andThen} <kbd>{item.key}</kbd>
              </td>
              <td>{m.shortcuts.goTo(item.label)}</td>
            </tr>
          ))}
          <tr>
            <td>
              <kbd>/</kbd>
            </td>
            <td>{m.shortcuts.search}</td>
          </tr>
          <tr>
            <td>
              <kbd>?</kbd>
            </td>
            <td>{m.shortcuts.list}</td>
          </tr>
        </tbody>
      </table>
    </Dialog>
  )
}
