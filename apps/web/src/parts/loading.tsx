import m from '#messages/app'

export function Loading() {
  return (
    <p className="loading" role="status">
      {m.loading}
    </p>
  )
}
