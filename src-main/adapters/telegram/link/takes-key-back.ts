import type { Api } from 'telegram'
import { tl } from '../library'

/**
 * Telegram asks to be signed out: a service notification whose type begins with AUTH_KEY_DROP_
 * (core.telegram.org/constructor/updateServiceNotification).
 */
export function takesKeyBack(container: Api.TypeUpdates): boolean {
  if (container instanceof tl.UpdateShort) return dropsKey(container.update)
  return 'updates' in container && container.updates.some(dropsKey)
}

function dropsKey(update: Api.TypeUpdate): boolean {
  return update instanceof tl.UpdateServiceNotification && update.type.startsWith('AUTH_KEY_DROP_')
}
