import type { Notice } from '../../../src-preload/contract/status'
import { cleanLine } from '../../desk/plain-text'
import { openTicket } from '../../desk/selection-store'
import { toast } from '../../desk/toast-store'

/** Shows what the desk has to tell inside the window; a newer notice of the same key replaces the older. */
export function showNotice(notice: Notice): void {
  const { key, tone, title, body, ticketId } = notice
  toast({
    key,
    tone,
    text: cleanLine(title),
    ...(body === '' ? {} : { detail: cleanLine(body) }),
    ...(ticketId === null ? {} : { action: { label: 'Open', run: () => openTicket(ticketId) } }),
  })
}
