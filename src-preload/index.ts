import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import { commands } from './contract/commands'
import type { Desk } from './contract/desk'
import { type Events, eventNames } from './contract/events'

const groups = Object.entries(commands).map(([group, members]) => [
  group,
  Object.fromEntries(
    Object.keys(members).map((name) => [
      name,
      (input: unknown) => ipcRenderer.invoke(`${group}.${name}`, input),
    ]),
  ),
])

const on: Desk['on'] = (event, listener) => {
  if (!eventNames.includes(event)) throw new Error(`Unknown event: ${event}`)
  const forward = (_: IpcRendererEvent, payload: Events[typeof event]) => listener(payload)
  ipcRenderer.on(event, forward)
  return () => ipcRenderer.off(event, forward)
}

contextBridge.exposeInMainWorld('desk', { ...Object.fromEntries(groups), on, platform: process.platform })
