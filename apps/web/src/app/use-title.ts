import { useEffect } from 'react'
import app from '#messages/app'

/** Sets the title of the document. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = app.title(title)
  }, [title])
}
