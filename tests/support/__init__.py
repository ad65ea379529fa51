"""What tests of every kind stand on: servers, worlds and makers of values."""
