import { createContext, useContext } from 'react'
import type { Path } from '../path.js'

export interface Editing {
  readonly file: unknown
  readonly set: (path: Path, to: unknown) => void
  /** What the server found wrong at a path of the file. */
  readonly error: (path: Path) => string | undefined
  /** Whether anything is wrong at a path or below it: then it is shown open. */
  readonly wrongBelow: (path: Path) => boolean
  /** The zone proposed for moments. */
  readonly zone: string
}

export const EditContext = createContext<Editing | undefined>(undefined)

export function useEditing(): Editing {
  const editing = useContext(EditContext)
  if (editing === undefined) throw new Error('useEditing outside of an editor')
  return editing
}
