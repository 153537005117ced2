import type { ReactNode } from 'react'
import app from '#messages/app'
import { useTitle } from '../app/use-title.js'

/** The page before somebody is signed in. */
export function Entrance({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  useTitle(title)
  return (
    <main className="entrance">
      <p className="brand">
        <img src="/icon.svg" alt="" width={28} height={28} /> {app.name}
      </p>
      <div className="card">
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  )
}
