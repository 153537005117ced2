import app from '#messages/app'

export function LinkedTab({ caseId }: { readonly caseId: string }) {
  return <p id={caseId}>{app.loading}</p>
}
