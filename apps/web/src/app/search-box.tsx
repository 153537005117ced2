import { useState } from 'react'
import { useLocation } from 'wouter'
import app from '#messages/app'
import { withQuery } from '../api/client.js'

export const SEARCH_ID = 'search'

/** Finds cases by reference or title, from every page. */
export function SearchBox() {
  const [, navigate] = useLocation()
  const [text, setText] = useState('')
  return (
    <search>
      <form
        className="search"
        onSubmit={event => {
          event.preventDefault()
          navigate(withQuery('/cases', { q: text.trim() }))
        }}
      >
        <label className="unseen" htmlFor={SEARCH_ID}>
          {app.searchLabel}
        </label>
        <input
          id={SEARCH_ID}
          type="search"
          placeholder={app.searchHint}
          value={text}
          onChange={e => setText(e.target.value)}
        />
        <button type="submit" className="button button-secondary">
          {app.searchButton}
        </button>
      </form>
    </search>
  )
}
