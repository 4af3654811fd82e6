import type { Agent, Conversation, Person } from "./types";

/** What an agent may do with a conversation. The server decides; this only decides what is offered. */

export function isMine(conversation: Conversation, agent: Person | null): boolean {
  return conversation.state === "human" && conversation.owner?.id === agent?.id;
}

/** From any state, unless a colleague has it. */
export function canTakeOver(conversation: Conversation, agent: Person | null): boolean {
  return agent !== null && conversation.state !== "human";
}

export function canClose(conversation: Conversation, agent: Agent | null): boolean {
  if (conversation.state === "closed" || !agent) return false;
  return conversation.state !== "human" || isMine(conversation, agent) || agent.role === "admin";
}

export function canTransfer(conversation: Conversation, agent: Agent | null): boolean {
  return conversation.state === "human" && (isMine(conversation, agent) || agent?.role === "admin");
}

/** A handoff can be judged once somebody took it or it has ended. */
export function canJudge(conversation: Conversation): boolean {
  return Boolean(conversation.handoff?.id) && conversation.state !== "waiting";
}
