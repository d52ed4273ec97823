import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron'
import { safeLink } from './open-link'

type Clicked = Pick<ContextMenuParams, 'editFlags' | 'isEditable' | 'selectionText' | 'linkURL'>

/**
 * What a right click offers: editing in text fields, copying what is selected, and the address of a link. Empty
 * where there is nothing to do, so that no empty menu opens.
 *
 * @param copy puts a text on the clipboard
 */
export function contextMenuTemplate(
  { editFlags, isEditable, selectionText, linkURL }: Clicked,
  copy: (text: string) => void,
): MenuItemConstructorOptions[] {
  const line: MenuItemConstructorOptions = { type: 'separator' }
  if (isEditable)
    return [
      { role: 'undo', enabled: editFlags.canUndo },
      { role: 'redo', enabled: editFlags.canRedo },
      line,
      { role: 'cut', enabled: editFlags.canCut },
      { role: 'copy', enabled: editFlags.canCopy },
      { role: 'paste', enabled: editFlags.canPaste },
      line,
      { role: 'selectAll', enabled: editFlags.canSelectAll },
    ]
  const address = linkAddress(linkURL)
  return [
    ...(selectionText.trim() ? [{ role: 'copy' } as const] : []),
    ...(address ? [{ label: 'Copy link', click: () => copy(address) }] : []),
  ]
}

/** Null for our own addresses and for what would not be opened either. */
function linkAddress(url: string): string | null {
  try {
    return url ? safeLink(url) : null
  } catch {
    return null
  }
}
