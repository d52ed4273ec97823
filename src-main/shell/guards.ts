import type { App, Session, WebContents } from 'electron'
import { isOwnPage } from './own-page'

/**
 * What a page asks of the platform that it may have: putting text on the clipboard, which "Copy" needs. It reads
 * nothing and needs a click.
 */
const grantedPermissions: ReadonlySet<string> = new Set(['clipboard-sanitized-write'])

/**
 * Closes every way out of our own page, for all windows there are and will be: navigation, new windows, embedded
 * pages, downloads, permissions, devices, and any request that is not for our own files.
 *
 * ```ts
 * await app.whenReady()
 * installGuards(app, session.defaultSession, { devTools: !app.isPackaged })
 * ```
 *
 * @param options.devTools lets the developer tools load their own pages; never in a package
 */
export function installGuards(
  app: App,
  session: Session,
  { devTools }: { readonly devTools: boolean },
): void {
  guardSession(session, devTools)
  app.on('session-created', (other) => guardSession(other, devTools))
  app.on('web-contents-created', (_, contents) => guardContents(contents))
}

function guardSession(session: Session, devTools: boolean): void {
  session.setPermissionRequestHandler((contents, permission, decide) =>
    decide(grantedPermissions.has(permission) && isOwnPage(contents.getURL())),
  )
  session.setPermissionCheckHandler(
    (contents, permission) => grantedPermissions.has(permission) && isOwnPage(contents?.getURL() ?? ''),
  )
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !mayLoad(url, devTools) }))
}

/** `data:` and `blob:` bring nothing from outside; the page's policy decides where they may appear. */
function mayLoad(url: string, devTools: boolean): boolean {
  if (isOwnPage(url) || url.startsWith('data:') || url.startsWith('blob:')) return true
  return devTools && url.startsWith('devtools:')
}

function guardContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  // The page's policy does not cover peer connections; this leaves them no address to be reached at.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}
