export function labVersion(id: string, folder?: string): string;
export function labVersions(): Record<string, string>;
