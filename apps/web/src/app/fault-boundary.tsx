import { Component, type ReactNode } from 'react'
import app from '#messages/app'
import { Button } from '../parts/button.js'

/** A fault of the program in one page leaves the frame standing, and says what to do. */
export class FaultBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <div className="problem" role="alert">
        <h1>{app.broken}</h1>
        <p>{app.brokenMend}</p>
        <Button onClick={() => location.reload()}>{app.reload}</Button>
      </div>
    )
  }
}
