import { readFile } from 'node:fs/promises'
import type { CustomScheme, Protocol } from 'electron'
import { contentPolicy } from './content-policy'
import { ownFile } from './own-file'
import { ownScheme } from './own-page'

/**
 * To be declared before the app is ready, see {@link serveOwnPages}. Where Electron can, it keeps the window's compiled
 * scripts for the next start.
 */
const scheme: CustomScheme = {
  scheme: ownScheme,
  privileges: { standard: true, secure: true, codeCache: true },
}

/**
 * Makes app: an origin with storage of its own.
 *
 * ```ts
 * declareOwnPages(protocol)
 * await app.whenReady()
 * serveOwnPages(session.defaultSession.protocol, join(__dirname, '../renderer'))
 * ```
 */
export function declareOwnPages(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([scheme])
}

/**
 * Serves the window's files out of one folder, each under the strict policy. No path leads out of the folder.
 *
 * @param folder absolute
 */
export function serveOwnPages(
  protocol: Pick<Protocol, 'registerBufferProtocol'> & Partial<Pick<Protocol, 'handle'>>,
  folder: string,
): void {
  if (protocol.handle) {
    protocol.handle(ownScheme, async ({ url }) => {
      const { status, headers, bytes } = await answer(folder, url)
      return new Response(new Uint8Array(bytes), { status, headers })
    })
    return
  }
  protocol.registerBufferProtocol(ownScheme, ({ url }, reply) => {
    void answer(folder, url).then(({ status, headers, bytes }) =>
      reply({ statusCode: status, headers, mimeType: headers['Content-Type'], data: bytes }),
    )
  })
}

async function answer(folder: string, url: string) {
  const file = ownFile(folder, url)
  const bytes = file ? await readFile(file.path).catch(() => null) : null
  const headers = {
    'Content-Type': file && bytes ? file.type : 'text/plain; charset=utf-8',
    'Content-Security-Policy': contentPolicy,
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
  }
  return { status: bytes ? 200 : 404, headers, bytes: bytes ?? Buffer.from('Not found') }
}
