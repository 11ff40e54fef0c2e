export const PLACEHOLDER_BASE_PATH: string;
