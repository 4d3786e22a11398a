export { FormDialog } from '@/shared/FormDialog';
