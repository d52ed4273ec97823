import { readFile, stat, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type BrowserWindow, dialog, shell } from 'electron'
import { tooLargeToSend } from '../../src-preload/contract/limits'
import type { Desktop } from '../core/ports'
import { Refusal } from '../core/refusal'
import { mimeOf } from './mime-of'
import { openLink } from './open-link'

/** Where the desk's duty is shown outside the window: badge and tray. */
export type ShowDuty = Desktop['showDuty']

/**
 * The computer's desktop as the desk uses it. Dialogs belong to the window, so that they cannot hide behind it.
 *
 * ```ts
 * const desktop = electronDesktop(() => window, (duty) => tray?.update(...))
 * ```
 */
export function electronDesktop(window: () => BrowserWindow | null, showDuty: ShowDuty): Desktop {
  return {
    showDuty,
    openLink: (url) => openLink(shell, url),
    async pickFiles() {
      const parent = window()
      const options = { properties: ['openFile' as const, 'multiSelections' as const], buttonLabel: 'Attach' }
      const { canceled, filePaths } = parent
        ? await dialog.showOpenDialog(parent, options)
        : await dialog.showOpenDialog(options)
      if (canceled) return []
      const files = []
      for (const path of filePaths) files.push(await readChosen(path))
      return files
    },
    async saveFile(name, bytes) {
      const parent = window()
      const options = { defaultPath: name, showsTagField: false }
      const { canceled, filePath } = parent
        ? await dialog.showSaveDialog(parent, options)
        : await dialog.showSaveDialog(options)
      if (canceled || !filePath) return false
      await writeFile(filePath, bytes)
      return true
    },
  }
}

/** Size first, so that a file nobody could send is not read into memory. */
async function readChosen(path: string) {
  const { size } = await stat(path)
  const tooLarge = tooLargeToSend(size)
  if (tooLarge !== null) throw new Refusal('invalid-input', tooLarge, { field: 'attachments' })
  const name = basename(path)
  return { name, mime: mimeOf(name), bytes: new Uint8Array(await readFile(path)) }
}
