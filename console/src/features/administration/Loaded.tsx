export { Loaded } from '@/shared/Loaded';
