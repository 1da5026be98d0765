import type { HostObject } from './HostObject';

const PROTOCOL_NAME = /^_?[A-Z]/;

/** The protocol's name of a property as callers write it: `numberFormat` is `NumberFormat`. */
export function pascalCase(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The caller's name of a member: `GetRange` is `getRange`. */
export function camelCase(name: string): string {
  return name.startsWith('_') ? name : name.charAt(0).toLowerCase() + name.slice(1);
}

/** True when the object has that member of the protocol. */
export function hasMember(target: HostObject, name: string): boolean {
  return PROTOCOL_NAME.test(name) && name in target;
}

/** True when the member can be assigned to. */
export function isWritable(target: HostObject, name: string): boolean {
  for (let owner: object | null = target; owner !== null; owner = Object.getPrototypeOf(owner) as object | null) {
    const found = Object.getOwnPropertyDescriptor(owner, name);
    if (found) return found.set !== undefined;
  }
  return false;
}

/** The value of a property. */
export function readMember(target: HostObject, name: string): unknown {
  return (target as unknown as Record<string, unknown>)[name];
}

/** Assigns a property. */
export function writeMember(target: HostObject, name: string, value: unknown): void {
  (target as unknown as Record<string, unknown>)[name] = value;
}

/** Calls a method; undefined when the member is no method. */
export function callMember(target: HostObject, name: string, args: readonly unknown[]): { readonly value: unknown } | undefined {
  const method = readMember(target, name);
  return typeof method === 'function' ? { value: (method as (...args: unknown[]) => unknown).apply(target, [...args]) } : undefined;
}
