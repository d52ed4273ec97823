import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import type { Desk } from './contract/desk'
import { type Events, eventNames } from './contract/events'
import { offered } from './contract/offers'

type Ask = (input: unknown) => Promise<unknown>

const groups: Record<string, Record<string, Ask>> = {}
for (const { group, name } of offered(process.argv)) {
  const members = groups[group] ?? {}
  members[name] = (input) => ipcRenderer.invoke(`${group}.${name}`, input)
  groups[group] = members
}

const on: Desk['on'] = (event, listener) => {
  if (!eventNames.includes(event)) throw new Error(`Unknown event: ${event}`)
  const forward = (_: IpcRendererEvent, payload: Events[typeof event]) => listener(payload)
  ipcRenderer.on(event, forward)
  return () => ipcRenderer.off(event, forward)
}

contextBridge.exposeInMainWorld('desk', { ...groups, on, platform: process.platform })
