import { create } from 'zustand'
import type { AgentView } from '../../src-preload/contract/ticket'
import { keepSame } from './keep-same'

const useStore = create<{ readonly agents: readonly AgentView[] }>(() => ({ agents: [] }))

/** The team, as last heard. */
export const useAgents = () => useStore((state) => state.agents)

/** Who sits at this desk: of its accounts the one that stands first. Null until the team is known. */
export const useMe = () => useStore((state) => state.agents.find((agent) => agent.isMe) ?? null)

/** Reads the team again; a refusal leaves it as it was. */
export async function fetchAgents(): Promise<void> {
  const answer = await window.desk.tickets.agents()
  if (answer.ok) useStore.setState(({ agents }) => ({ agents: keepSame(agents, answer.value) }))
}
