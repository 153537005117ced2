import type { ButtonHTMLAttributes, ReactNode } from 'react'

interface Props extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  readonly kind?: 'primary' | 'secondary' | 'quiet' | 'danger'
  /** What is going on; the button then takes no further press and keeps the focus. */
  readonly busy?: string | undefined
  readonly children: ReactNode
}

export function Button({ kind = 'secondary', busy, children, type = 'button', onClick, ...rest }: Props) {
  const isBusy = busy !== undefined
  return (
    <button
      {...rest}
      type={type}
      className={`button button-${kind}`}
      aria-disabled={isBusy || undefined}
      onClick={event => {
        if (isBusy) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {isBusy ? busy : children}
    </button>
  )
}
