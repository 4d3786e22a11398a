import { DoctorPage } from '@/features/doctor/DoctorPage';
import { m } from '@/shared/messages';
import { useEffect } from 'react';
import { PageHelp } from './PageHelp';

export default function DoctorRoute() {
  useEffect(() => {
    document.title = `${m.doctor.title} · ${m.product}`;
  }, []);
  return <DoctorPage help={<PageHelp page="doctor" />} />;
}
