import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import footprint.vault.fields


class Migration(migrations.Migration):

    dependencies = [
        ('incidents', '0008_alter_incident_matter'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='HarmThreshold',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('answers', models.JSONField()),
                ('is_met', models.BooleanField()),
                ('reason', footprint.vault.fields.SealedText(blank=True)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('incident', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='thresholds', to='incidents.incident')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
    ]
