import type { LocalAddress } from './local-endpoint'

/** What the app must know of a local data centre, and nothing else of it: goes through the environment as JSON. */
export function localAddress({
  host,
  port,
  dcId,
  publicKeyPem,
  publicKeyFingerprint,
}: LocalAddress): LocalAddress {
  return { host, port, dcId, publicKeyPem, publicKeyFingerprint }
}
