import { join } from 'node:path'
import { electron } from '../ready/electron.mjs'
import { asUser } from './user.mjs'

/**
 * How to start the Electron of this machine with its sandbox on: on Linux through a script that leaves root behind.
 * Only root on its own screen stays root, whom Chromium gives no sandbox, and it says so.
 *
 * @param {{ isOwn: boolean }} desktop
 */
export const electronCommand = ({ isOwn }) => {
  const { executable } = electron()
  if (isOwn || process.platform !== 'linux') {
    const hasSandbox = process.platform !== 'linux' || process.getuid?.() !== 0
    if (!hasSandbox) console.error("Started by root: Chromium's sandbox is off. An ordinary account has it.")
    return { executable, hasSandbox, env: {} }
  }
  const env = { TOPICDESK_AS_USER: asUser().join(' '), TOPICDESK_ELECTRON: executable }
  return { executable: join(import.meta.dirname, 'electron-as-user.sh'), hasSandbox: true, env }
}
