import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link, useLocation } from 'wouter'
import app from '#messages/app'
import { remove, setCsrfToken } from '../api/client.js'
import { Shortcuts } from '../keyboard/shortcuts.js'
import { Button } from '../parts/button.js'
import { useSay } from '../parts/toast.js'
import { useWho } from '../session/session.js'
import { NAVIGATION } from './navigation.js'
import { RoomSwitcher } from './room.js'
import { SearchBox } from './search-box.js'

/** The frame around every page: skip link, navigation, room, search, who is signed in. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const [path] = useLocation()
  const [listOpen, setListOpen] = useState(false)
  return (
    <>
      <a className="skip" href="#main">
        {app.skip}
      </a>
      <header className="top">
        <Link href="/" className="brand">
          <img src="/icon.svg" alt="" width={22} height={22} /> {app.name}
        </Link>
        <RoomSwitcher />
        <SearchBox />
        <Person onShortcuts={() => setListOpen(true)} />
      </header>
      <nav className="side" aria-label={app.navigation}>
        <ul>
          {NAVIGATION.map(item => (
            <li key={item.href}>
              <Link href={item.href} aria-current={isHere(path, item.href) ? 'page' : undefined}>
                {item.label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <Shortcuts open={listOpen} onOpen={setListOpen} />
    </>
  )
}

const isHere = (path: string, href: string) => path === href || (href !== '/' && path.startsWith(`${href}/`))

function Person({ onShortcuts }: { readonly onShortcuts: () => void }) {
  const who = useWho()
  const client = useQueryClient()
  const say = useSay()
  const signOut = async () => {
    try {
      await remove('/session')
    } catch (error) {
      say(error instanceof Error ? error.message : String(error))
      return
    }
    setCsrfToken(null)
    // What was read belongs to the person who left.
    client.clear()
    location.assign('/')
  }
  return (
    <div className="person">
      <Button kind="quiet" onClick={onShortcuts} aria-label={app.shortcutsButton} title={app.shortcutsButton}>
        {'?'}
      </Button>
      <span className="person-name" title={app.signedInAs(who.name)}>
        {who.name}
      </span>
      <Button kind="quiet" onClick={() => void signOut()}>
        {app.signOut}
      </Button>
    </div>
  )
}
