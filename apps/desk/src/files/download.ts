/**
 * The headers of a download: never shown in the page's own place, its type never guessed, no script in it ever run
 * (RFC 6266; CSP sandbox).
 */
export function downloadHeaders(file: {
  readonly name: string
  readonly mediaType: string
  readonly size: number
}) {
  const plain = file.name.replace(/[^\w.() -]/g, '_')
  return {
    'content-type': file.mediaType,
    'content-length': String(file.size),
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeRfc5987(file.name)}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  }
}

/** RFC 5987, 3.2.1: what encodeURIComponent leaves and the RFC does not. */
function encodeRfc5987(text: string): string {
  return encodeURIComponent(text).replace(/['()*!]/g, c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
}
