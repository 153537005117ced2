import { type ReactNode, useEffect, useId, useRef } from 'react'
import app from '#messages/app'
import { Button } from './button.js'

interface Props {
  readonly open: boolean
  readonly title: string
  readonly onClose: () => void
  /** Has to be answered: it closes neither by Escape nor by a button of its own. */
  readonly stubborn?: boolean
  readonly wide?: boolean
  readonly children: ReactNode
}

/** A window over the page: the browser's own dialog, which keeps the focus inside and gives it back. */
export function Dialog({ open, title, onClose, stubborn = false, wide = false, children }: Props) {
  const element = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const dialog = element.current
    if (dialog === null) return
    if (open && !dialog.open) dialog.showModal()
    if (!open && dialog.open) dialog.close()
  }, [open])
  return (
    <dialog
      ref={element}
      className={wide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={titleId}
      onCancel={event => {
        event.preventDefault()
        if (!stubborn) onClose()
      }}
      onClose={() => {
        // A second Escape closes a dialog whatever the page says.
        if (open && stubborn) element.current?.showModal()
        else if (open) onClose()
      }}
    >
      {open && (
        <>
          <header className="dialog-head">
            <h2 id={titleId}>{title}</h2>
            {!stubborn && (
              <Button kind="quiet" onClick={onClose}>
                {app.close}
              </Button>
            )}
          </header>
          {children}
        </>
      )}
    </dialog>
  )
}
